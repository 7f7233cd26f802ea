"""Codes of languages, as files write them."""

from __future__ import annotations

# ISO 639-1, all of it: what else two letters may be, the head of a column of numbers say, is no language.
TWO_LETTERS = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()
)


def two_letters(code: str) -> str:
    """The language of a code such as "zh-Hant-HK" or "en_US", as two letters; "" for one that ISO 639-1 has not."""
    primary = code.strip().replace("_", "-").partition("-")[0].lower()
    return primary if primary in TWO_LETTERS else ""
