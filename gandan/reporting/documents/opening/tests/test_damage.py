"""Damaged files: whatever is bent, torn or doubled in them, they are read or refused, never a crash."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pytest

from gandan.pure.claims.tables import check
from gandan.pure.refusal import Unreadable
from gandan.reporting.documents.marking import document, page
from gandan.reporting.documents.opening import read
from gandan.reporting.documents.opening.tests.papers import SUM, packed, word
from gandan.reporting.documents.opening.tests.test_page import TABLE
from gandan.reporting.documents.opening.tests.test_page import page as html

WORD = word(SUM, rows=[("Xã", "Đơn"), ("A", "12"), ("B", "30"), ("Tổng cộng", "44")])
SPLINTERS = (b"<", b">", b"\x00", b"&#0;", b"<table>", b"9" * 20, b"<td colspan=99999>", b"</w:p>", b"<w:tbl>", b"\xff")


def damaged(body: bytes, chance: random.Random) -> bytes:
    torn = bytearray(body)
    for _ in range(chance.randint(1, 6)):
        at, kind = chance.randrange(len(torn)), chance.randrange(4)
        if kind == 0:
            torn[at] = chance.randrange(256)
        elif kind == 1:
            del torn[at : at + chance.randint(1, 40)]
        elif kind == 2:
            torn[at:at] = torn[at : at + chance.randint(1, 60)]
        else:
            torn[at:at] = chance.choice(SPLINTERS)
    return bytes(torn)


def damaged_part(chance: random.Random) -> bytes:
    with zipfile.ZipFile(BytesIO(WORD)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(["word/document.xml", *parts])
    parts[name] = damaged(parts[name], chance)
    return packed(**parts)


@pytest.mark.parametrize("seed", range(8))
def test_damage_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(12):
        whole = (damaged(body, chance) for body in (WORD, html(TABLE), SUM.encode()))
        for body in (damaged_part(chance), *whole):
            if b"%PDF-" in body[:1024]:
                continue
            try:
                told = read(body)
            except Unreadable:
                continue
            checked = check(told.text, told.tables)
            assert read(document(body, told, checked)) and page.section(1, "x", told, checked)
            for cell in (cell for table in told.tables for row in table for cell in row if not cell.spread):
                assert told.text[cell.start : cell.end] == cell.text
