"""What `archive` does: every text of an archive is checked and attests, as it is found, and the facts are compared.

`texts` is the map, `comparing` the reduce; `folder` is where both leave what they
find, so that a run that was stopped can go on.
"""

from __future__ import annotations

from .comparing import Found, findings
from .folder import ISSUES, opened_folder
from .tally import Tally
from .texts import Inquiry, prepared, read_texts

__all__ = ["ISSUES", "Found", "Inquiry", "Tally", "findings", "opened_folder", "prepared", "read_texts"]
