"""Words of the record: what kinds of folder there are, what a file may be, how a break in the chain is named."""

from __future__ import annotations

from dataclasses import dataclass

from gandan.pure.speech import Said, Word


class FolderKind(Word):
    """Which room a folder belongs to; the figures of that room are refreshed from its entries."""

    CASE = "case", "hồ sơ vụ việc", "case folder"
    VISIT = "visit", "lượt tiếp công dân", "visit folder"
    SESSION = "session", "kỳ tiếp công dân", "reception session folder"
    CALENDAR = "calendar", "lịch làm việc", "calendar folder"
    OFFICE = "office", "sổ của cơ quan", "office ledger"


class FileKind(Word):
    """What may be attached. Anything else is refused with a sentence."""

    JPEG = "image/jpeg", "ảnh JPEG", "JPEG picture"
    PNG = "image/png", "ảnh PNG", "PNG picture"
    WEBP = "image/webp", "ảnh WebP", "WebP picture"
    PDF = "application/pdf", "tệp PDF", "PDF file"
    DOCX = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "tệp Word (DOCX)",
        "Word file (DOCX)",
    )


class BreakKind(Word):
    """What is wrong with a journal that was tampered with."""

    CHANGED = "changed", "nội dung bị sửa", "entry changed"
    MISSING = "missing", "thiếu mục", "entry missing"
    TAIL = "tail", "mất mục cuối", "last entries removed"


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a folder's journal no longer proves itself."""

    folder_id: int
    seq: int
    kind: BreakKind

    @property
    def said(self) -> Said:
        """What is wrong, where."""
        return Said(
            f"Hồ sơ {self.folder_id}, mục {self.seq}: {self.kind.said.vi}",
            f"Folder {self.folder_id}, entry {self.seq}: {self.kind.said.en}",
        )
