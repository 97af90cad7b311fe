"""The only writers of cases: lodge, take (every move of the tables), what the citizen does, bulk import."""

from __future__ import annotations

from gandan.matters.cases.citizen import add_word, rate, reopen
from gandan.matters.cases.clocks import follow as follow_clocks
from gandan.matters.cases.importing import import_register
from gandan.matters.cases.lodging import examine, lodge
from gandan.matters.cases.moves import join, take
from gandan.matters.cases.opening import open_matter, open_matters
from gandan.matters.cases.papers import (
    Draft,
    Fault,
    ImportedCase,
    ImportReport,
    Receipt,
    Sender,
    Upload,
)

__all__ = [
    "Draft",
    "Fault",
    "ImportReport",
    "ImportedCase",
    "Receipt",
    "Sender",
    "Upload",
    "add_word",
    "examine",
    "follow_clocks",
    "import_register",
    "join",
    "lodge",
    "open_matter",
    "open_matters",
    "rate",
    "reopen",
    "take",
]
