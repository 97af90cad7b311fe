"""Whatever is no report: one clear sentence in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from gandan.pure.refusal import Unreadable
from gandan.reporting.documents.opening import LARGEST, read, read_file
from gandan.reporting.documents.opening.words import _WHY

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
BODIES = {
    "nothing": (b"", "empty"),
    "spaces": (b" \r\n\t \n", "empty"),
    "only a mark": (b"\xef\xbb\xbf", "empty"),
    "a program": (b"\x7fELF" + bytes(range(256)) * 8, "binary"),
    "a photo": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)), "picture"),
    "a locked Word file": (OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
    "an old Word file": (OLE + "WordDocument".encode("utf-16-le"), "doc"),
    "rich text": (rb"{\rtf1\ansi Bao cao}", "rtf"),
    "half a letter": ("Đơn thư khiếu nại".encode()[:-1] + b"\xff\xfe\xff " * 3, "encoding"),
}


@pytest.mark.parametrize(("body", "code"), BODIES.values(), ids=BODIES.keys())
def test_it_is_told_in_one_sentence(body: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(body)
    assert refused.value.code == f"file.{code}"


def test_every_refusal_is_one_sentence_in_both_languages() -> None:
    for code, said in _WHY.items():
        for sentence in (said.vi, said.en):
            assert sentence.endswith(".") and sentence.count(". ") == 0 and len(sentence) < 160, code


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "lon.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Unreadable) as refused:
        read_file(path)
    assert refused.value.code == "file.huge"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "vang.txt", tmp_path):
        with pytest.raises(Unreadable) as refused:
            read_file(path)
        assert refused.value.code == "file.absent"
