"""Which language a text is in: by script, by function words, and English wherever the signs are few."""

from __future__ import annotations

import pytest

from termcheck.lang.identify import language

SENTENCES = {
    "de": "Die Ministerin hat gestern erklärt, dass die Brücke nicht vor dem Winter fertig wird.",
    "fr": "La ministre a déclaré hier que le pont ne sera pas terminé avant la fin de l'année.",
    "es": "La ministra dijo ayer que el puente no estará terminado antes de que llegue el invierno.",
    "it": "Il ministro ha detto ieri che il ponte non sarà finito prima della fine dell'anno.",
    "pt": "A ministra disse ontem que a ponte não estará pronta antes do fim do ano, mas que as obras continuam.",
    "nl": "De minister heeft gisteren gezegd dat de brug niet voor het einde van het jaar klaar is.",
    "sv": "Ministern sade i går att bron inte kommer att vara klar före årets slut, men att arbetet fortsätter.",
    "pl": "Minister powiedział wczoraj, że most nie będzie gotowy przed końcem roku, ale że prace są prowadzone.",
    "cs": "Ministr včera řekl, že most nebude hotov před koncem roku, ale že se na něm už pracuje.",
    "ru": "Министр вчера заявил, что мост не будет готов до конца года.",
    "uk": "Міністр учора заявив, що міст не буде готовий до кінця року, і що його будують.",
    "el": "Ο υπουργός είπε χθες ότι η γέφυρα δεν θα είναι έτοιμη.",
    "hi": "मंत्री ने कल कहा कि पुल साल के अंत से पहले तैयार नहीं होगा।",
    "ar": "قال الوزير أمس إن الجسر لن يكون جاهزا قبل نهاية العام.",
    "ja": "大臣は昨日、橋は年末までに完成しないと述べた。",
    "ko": "장관은 어제 다리가 연말 전에 완공되지 않을 것이라고 말했다.",
    "zh": "部长昨天说，大桥年底前不会建成。",
    "tr": "Bakan dün köprünün yıl sonundan önce hazır olmayacağını ve bu işin daha çok süreceğini söyledi.",
    "vi": "Bộ trưởng hôm qua nói rằng cây cầu sẽ không được hoàn thành trước khi kết thúc năm và các công việc.",
}

ENGLISH = (
    "",
    "The bridge will not be finished before the end of the year.",
    "No comment.",
    "Die hard fans",
    "La La Land, Mon Dieu and El Niño",
    "Rio de Janeiro, São Paulo, Belém, Brasília",
    "Médecins Sans Frontières opened a clinic in Kinshasa.",
    "The président de la République met the mayor of Aix-en-Provence at the Palais de l'Élysée.",
    "Li Na, Da Hu, De Li, Sun En, Ma Se, Bi Po, Ye Te",
    "S. K. Na, Z. A. Li, K. O. Se, V. I. Da",
    "2024 12.5% 1,300 3 4 5",
    "He quoted 人民 and 中国 in the speech about the plan.",
    "…………",
    "TABLE 4",
    "A B C D E F G I O U V W Z",
)


@pytest.mark.parametrize("code", SENTENCES)
def test_language_of_a_sentence(code: str) -> None:
    assert language(SENTENCES[code]) == code


@pytest.mark.parametrize("text", ENGLISH)
def test_english_in_doubt(text: str) -> None:
    assert language(text) == "en"


def test_a_script_without_a_language() -> None:
    assert language("ᎣᏏᏲ ᏙᎯᏧ ᎣᏍᏓ") == ""


def test_english_that_quotes_a_language() -> None:
    quoting = "The minister answered the question in his own language and went on: "
    for sentence in SENTENCES.values():
        assert language(f"{quoting * 3}{sentence} {quoting}") == "en"


def test_a_language_that_quotes_english() -> None:
    for code, sentence in SENTENCES.items():
        if code not in ("zh", "ja", "ko"):
            assert language(f"{sentence} “The bridge is late.” {sentence}") == code


def test_long_text_is_read_all_over() -> None:
    opening = "The English title of the report of the ministry and of the council\n\n"
    assert language(opening + (SENTENCES["de"] + "\n\n") * 3000) == "de"
    assert (
        language(SENTENCES["de"] + "\n\n" + "The bridge and the road are late, said the minister.\n\n" * 3000) == "en"
    )


def test_chinese_with_figures() -> None:
    assert language("2023年GDP增长5.2%，达到126万亿元。") == "zh"
    assert language("開幕３連勝の勝ち点１４として首位に立った。") == "ja"
