"""Files are taken for what they are, and refused with a sentence."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from gandan.foundation.people.words import Role, Seat
from gandan.foundation.records import actions, queries
from gandan.foundation.records.models import Blob, Folder
from gandan.foundation.records.rules import MAX_FILE
from gandan.foundation.records.tests.conftest import NOW
from gandan.pure.refusal import Refused

pytestmark = pytest.mark.django_db
MINH = Seat(name="Trần Văn Minh", role=Role.RECEPTION)


def photo(size: tuple[int, int] = (40, 30), kind: str = "JPEG", **extra: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **extra)
    return out.getvalue()


def archive(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, body in entries.items():
            file.writestr(name.replace("__", "/"), body)
    return out.getvalue()


def attach(folder: Folder, body: bytes, name: str) -> str:
    return actions.attach(folder, io.BytesIO(body), name=name, at=NOW).name


def test_a_photo_is_kept_without_the_place_where_it_was_taken(folder: Folder) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Hãng máy ảnh"
    exif.get_ifd(0x8825)[1] = "N"
    attach(folder, photo(exif=exif.tobytes()), "cống nghẹt.jpg")
    (kept,) = queries.attachments(MINH, folder.pk)
    assert kept.name == "cống nghẹt.jpg"
    with Image.open(kept.path) as picture:
        assert dict(picture.getexif()) == {}


def test_a_file_is_named_by_what_it_is(folder: Folder) -> None:
    assert attach(folder, photo(kind="PNG"), "don.pdf") == "don.png"
    assert attach(folder, b"%PDF-1.7 ...", "../../etc/passwd") == "passwd.pdf"
    assert attach(folder, archive(word__document_xml=b"", **{"word/document.xml": b"<w/>"}), "đơn.docx") == "đơn.docx"


def test_the_same_file_is_stored_once(folder: Folder) -> None:
    body = photo()
    attach(folder, body, "a.jpg")
    attach(folder, body, "a.jpg")
    attach(folder, body, "b.jpg")
    assert Blob.objects.count() == 1
    assert [f.name for f in queries.attachments(MINH, folder.pk)] == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "file.empty"),
        (b"x" * (MAX_FILE + 1), "file.large"),
        (b"MZ\x90\x00 a program", "file.kind"),
        (b"\xff\xd8\xff\xe0 not a picture", "file.kind"),
        (b"<svg onload='alert(1)'/>", "file.kind"),
        (b"PK\x03\x04 cut off", "file.kind"),
        (archive(readme=b"a zip, not a letter"), "file.kind"),
        (archive(**{"word/document.xml": b"\0" * (101 * 1024 * 1024)}), "file.bomb"),
        (photo((9000, 9000), "PNG"), "file.bomb"),
    ],
    ids=["empty", "large", "program", "false-jpeg", "svg", "cut-zip", "zip", "zip-bomb", "pixel-bomb"],
)
def test_what_is_not_taken_is_refused_with_a_sentence(folder: Folder, body: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        attach(folder, body, "ảnh.jpg")
    assert refusal.value.code == code
    assert refusal.value.said.vi.endswith(".")
