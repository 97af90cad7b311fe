"""Admit a file by what it is, not by what it is called, and keep it under its hash."""

from __future__ import annotations

import io
import os
import warnings
import zipfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from PIL import Image, ImageOps, UnidentifiedImageError

from gandan.foundation.records.rules import MAX_FILE, MAX_PIXELS, MAX_UNZIPPED
from gandan.foundation.records.words import FileKind
from gandan.pure.refusal import Refused

_PICTURES = {"JPEG": FileKind.JPEG, "PNG": FileKind.PNG, "WEBP": FileKind.WEBP}
_SUFFIX = {
    FileKind.JPEG: ".jpg",
    FileKind.PNG: ".png",
    FileKind.WEBP: ".webp",
    FileKind.PDF: ".pdf",
    FileKind.DOCX: ".docx",
}


def admit(content: BinaryIO) -> tuple[FileKind, bytes]:
    """The kind and the bytes to keep; Refused when the file is empty, too large, unreadable, a bomb or not allowed."""
    body = content.read(MAX_FILE + 1)
    if not body:
        raise Refused(
            "file.empty",
            "Tệp này rỗng (0 byte). Xin chọn lại tệp.",
            "This file is empty (0 bytes). Please choose again.",
        )
    if len(body) > MAX_FILE:
        size = MAX_FILE // 1024 // 1024
        raise Refused(
            "file.large",
            f"Tệp lớn hơn {size} MB. Xin chọn ảnh nhỏ hơn hoặc chia tệp.",
            f"The file is larger than {size} MB. Please choose a smaller picture or split the file.",
        )
    if body.startswith(b"%PDF-"):
        return FileKind.PDF, body
    if body.startswith(b"PK\x03\x04"):
        return FileKind.DOCX, _word(body)
    return _picture(body)


def _word(body: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > MAX_UNZIPPED:
                raise Refused(
                    "file.bomb",
                    "Tệp nén này bung ra quá lớn nên không được nhận. Xin gửi tệp Word hoặc PDF thông thường.",
                    "This archive unfolds to too much and is not taken. Please send an ordinary Word or PDF file.",
                )
            if "word/document.xml" not in archive.namelist() or archive.testzip() is not None:
                raise _not_allowed()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise _not_allowed() from None
    return body


def _picture(body: bytes) -> tuple[FileKind, bytes]:
    """Decode a picture and write it anew: turned upright, without place, time or camera, nothing else riding along."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(body), formats=list(_PICTURES)) as picture:
                kind = _PICTURES[str(picture.format)]
                if picture.width * picture.height > MAX_PIXELS:
                    raise _bomb()
                upright = ImageOps.exif_transpose(picture)
                out = io.BytesIO()
                upright.save(out, format=picture.format, **_quality(kind))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _bomb() from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise _not_allowed() from None
    return kind, out.getvalue()


def _quality(kind: FileKind) -> dict[str, int]:
    return {"quality": 88} if kind in (FileKind.JPEG, FileKind.WEBP) else {}


def _bomb() -> Refused:
    return Refused(
        "file.bomb",
        "Ảnh này có kích thước điểm ảnh quá lớn nên không được nhận. Xin chụp lại hoặc gửi ảnh nhỏ hơn.",
        "This picture has too many pixels and is not taken. Please take it again or send a smaller one.",
    )


def _not_allowed() -> Refused:
    return Refused(
        "file.kind",
        "Chỉ nhận ảnh (JPEG, PNG, WebP), tệp PDF hoặc Word (DOCX). Tệp này không đọc được theo các loại đó.",
        "Only pictures (JPEG, PNG, WebP), PDF or Word (DOCX) files are taken. This file cannot be read as one of them.",
    )


def safe_name(name: str, kind: FileKind) -> str:
    """The giver's name for the file without folders or odd characters, with the suffix of what it really is."""
    stem = Path(name.replace("\\", "/")).name.rsplit(".", 1)[0]
    kept = "".join(c for c in stem if c.isalnum() or c in " -_.()").strip(" .")[:120]
    return (kept or "tep") + _SUFFIX[kind]


def path_of(digest: str) -> Path:
    """Where a file's bytes lie."""
    return Path(settings.GANDAN_FILES) / digest[:2] / digest


def store(digest: str, body: bytes) -> None:
    """Write the bytes once; a half-written file never stands under the hash."""
    path = path_of(digest)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{digest}.{os.getpid()}.{id(body)}.part")
    part.write_bytes(body)
    part.replace(path)
