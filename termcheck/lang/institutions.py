"""Generic nouns that close the name of one institution, place or undertaking: "Security Council", "Nile Delta"."""

from __future__ import annotations

HEADS = frozenset(
    # bodies
    "committee subcommittee commission council court tribunal government ministry department bureau office agency "
    "authority administration secretariat congress parliament assembly senate board bank treasury university college "
    "institute academy school hospital museum library party union association federation confederation alliance "
    "league organization organisation society foundation corporation corps police guard "
    # undertakings and papers
    "plan programme program project initiative agreement treaty convention protocol act law ordinance regulation "
    "charter constitution accord pact declaration framework fund scheme facility mechanism strategy campaign index "
    "connect platform portfolio "
    # meetings
    "forum summit conference congress festival fair expo exhibition games cup prize award dialogue "
    # places
    "center centre laboratory station airport port harbor harbour park zone corridor bridge tunnel dam railway "
    "expressway highway canal river lake mountain sea bay island strait peninsula basin plateau desert delta valley "
    "belt region kingdom republic".split()
)
