"""What opening a file gives, and the one sentence for each kind of file that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from gandan.pure.claims.tables import Rows
from gandan.pure.refusal import Unreadable
from gandan.pure.speech import Said, Word

LARGEST = 50 * 1024 * 1024
LARGEST_OPENED = 100 * 1024 * 1024
MOST_PARTS = 4_000


class FileKind(Word):
    """The kinds of files that are read."""

    TEXT = "text", "văn bản thuần", "plain text"
    DOCX = "docx", "văn bản Word (DOCX)", "Word document (DOCX)"
    PDF = "pdf", "PDF có lớp chữ", "PDF with text"
    HTML = "html", "trang HTML", "HTML page"


@dataclass(frozen=True, slots=True)
class Read:
    """The text of a file, its tables with their places in it, and what the reader should know about the reading."""

    text: str
    tables: tuple[Rows, ...]
    kind: FileKind
    encoding: str = "utf-8"
    notes: tuple[Said, ...] = ()


def unreadable(code: str) -> Unreadable:
    """The refusal for a file: why it cannot be read and what to do, in one sentence."""
    said = _WHY[code]
    return Unreadable(f"file.{code}", said.vi, said.en)


_WHY = {
    "empty": Said("Tệp không có chữ nào để kiểm tra.", "The file holds no text to check."),
    "huge": Said(
        "Tệp lớn hơn 50 MB; hãy bỏ bớt hình ảnh hoặc tách tệp rồi kiểm tra từng phần.",
        "The file is larger than 50 MB; please take out pictures or split it and check each part.",
    ),
    "binary": Said(
        "Tệp không phải văn bản (dữ liệu nhị phân); hãy chọn tệp TXT, DOCX, PDF hoặc HTML.",
        "The file is not a text (binary data); please choose a TXT, DOCX, PDF or HTML file.",
    ),
    "encoding": Said(
        "Không nhận ra bảng mã của tệp; hãy lưu lại bằng Unicode (UTF-8) rồi kiểm tra.",
        "The encoding of the file is not known; please save it as Unicode (UTF-8) and check again.",
    ),
    "vni": Said(
        "Văn bản gõ bằng phông VNI cũ; hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi kiểm tra.",
        "The text is written for the old VNI fonts; please convert it to Unicode (UniKey: Ctrl+Shift+F6).",
    ),
    "scan": Said(
        "PDF này là ảnh quét, không có lớp chữ; hãy nhận dạng chữ (OCR) hoặc dùng tệp gốc.",
        "This PDF is a scan without text; please run text recognition (OCR) or use the original file.",
    ),
    "picture": Said(
        "Tệp là hình ảnh, không có chữ để đọc; hãy dùng tệp văn bản gốc.",
        "The file is a picture without text; please use the original document.",
    ),
    "locked": Said(
        "Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi kiểm tra.",
        "The file is protected by a password; please remove it and check again.",
    ),
    "pdf": Said(
        "Tệp PDF bị hỏng hoặc chưa tải xong; hãy xuất lại rồi kiểm tra.",
        "The PDF is damaged or incomplete; please export it again.",
    ),
    "slow": Said(
        "Đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ; hãy tách tệp thành nhiều phần nhỏ.",
        "Reading this file takes too much time or memory; please split it into smaller parts.",
    ),
    "docx": Said(
        "Tệp này không phải văn bản Word (DOCX) hoặc đã hỏng; hãy mở bằng Word, lưu lại dạng .docx rồi kiểm tra.",
        "This file is not a Word document (DOCX) or is damaged; please open it in Word and save it as .docx.",
    ),
    "bomb": Said(
        "Tệp nén này bung ra quá lớn nên không được mở; hãy lưu lại văn bản rồi kiểm tra.",
        "This packed file grows too large when opened, so it was not; please save the document again.",
    ),
    "zip": Said(
        "Tệp là gói nén ZIP, không phải văn bản; hãy giải nén rồi kiểm tra từng tệp bên trong.",
        "The file is a ZIP archive, not a document; please unpack it and check the files inside.",
    ),
    "doc": Said(
        "Tệp Word dạng cũ (.doc); hãy mở bằng Word, lưu lại dạng .docx rồi kiểm tra.",
        "An old Word file (.doc); please open it in Word, save it as .docx and check again.",
    ),
    "rtf": Said(
        "Tệp dạng RTF; hãy mở bằng Word, lưu lại dạng .docx rồi kiểm tra.",
        "An RTF file; please open it in Word, save it as .docx and check again.",
    ),
    "odt": Said(
        "Tệp OpenDocument; hãy lưu lại dạng .docx hoặc PDF rồi kiểm tra.",
        "An OpenDocument file; please save it as .docx or PDF and check again.",
    ),
    "sheet": Said(
        "Tệp là bảng tính hoặc trình chiếu; hãy lưu lại dạng .docx hoặc PDF rồi kiểm tra.",
        "The file is a workbook or a presentation; please save it as .docx or PDF and check again.",
    ),
    "absent": Said("Không có tệp này.", "There is no such file."),
    "folder": Said(
        "Thư mục này không có tệp TXT, DOCX, PDF hay HTML nào.", "This folder holds no TXT, DOCX, PDF or HTML file."
    ),
    "closed": Said("Không được phép mở tệp này.", "This file may not be opened."),
}
