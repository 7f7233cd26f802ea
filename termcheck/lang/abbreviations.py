"""Abbreviations that general dictionaries hold and newspapers do not expand."""

from __future__ import annotations

FAMILIAR = frozenset(
    # states and bodies
    "un eu uk us usa uae ussr ddr nato asean brics apec opec oecd imf who wto unesco unicef nasa fbi cia fifa ioc "
    "g7 g20 bbc cnn ap afp cctv ibm "
    # economy
    "gdp gnp vat ipo ceo cfo coo cto hr pr r&d gps atm vip ngo sme "
    # science and technology
    "ai it ict iot 3d 4g 5g dna rna hiv aids covid sars tv dvd cd pc usb lcd led url pdf html http api app cpu gpu "
    "sim sms wi-fi uav ev mri ct pm am ph uv "
    # others
    "phd mba id q&a faq diy suv bc ad".split()
)
