"""Vietnamese from before Unicode: TCVN3 (ABC) is one byte a letter and is read; VNI is two and is told.

TCVN 5712:1993, third set: its letters stand where Latin-1 has signs, so that "đơn" is seen as "®¬n".
"""

from __future__ import annotations

import re

from gandan.pure.speech import Said
from gandan.reporting.documents.opening.words import unreadable

_LETTERS = (
    "µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ\xadư"
    "õừöử÷ữøứùựúỳûỷüỹýýþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ"
)
TCVN3 = {ord(_LETTERS[index]): _LETTERS[index + 1] for index in range(0, len(_LETTERS), 2)}
TCVN3_READ = Said(
    "Văn bản dùng bảng mã TCVN3 (ABC) cũ; đã đọc theo bảng mã đó.",
    "The text uses the old TCVN3 encoding and was read so.",
)

_OURS = re.compile(r"[ĂăĐđƠơƯư\u1ea0-\u1ef9\u0300-\u0309\u0323]")
_LETTER = re.compile(r"[^\W\d_]")
# Signs of Latin-1 inside words: no text in any modern language has them there.
_TCVN3_SIGNS = re.compile(
    r"(?<=[a-zA-Z])[µ¶·¸¹»¼½¾¨©®¬«ª\xad](?=[a-zA-Z\s.,;)])|(?<![^\W\d_])[®§](?=[^\W\d_µ¶·¸¹¨©ª«¬\xad])"
)
_VNI_PAIRS = re.compile(r"[aeouyAEOUYöôÖÔ][øùûõïâàáäãåêëéèúüØÙÛÕÏÂÀÁÄÃÅÊËÉÈÚÜ]")
_ENOUGH, _SAMPLE = 4, 200_000


def modern(text: str) -> tuple[str, Said | None]:
    """The text in Unicode, of the same length, and what was done; Unreadable for VNI. Lines already in Unicode stay."""
    sample = text[:_SAMPLE]
    if _is_ours(sample):
        return text, None
    if _looks_tcvn3(sample):
        return "\n".join(line if _OURS.search(line) else line.translate(TCVN3) for line in text.split("\n")), TCVN3_READ
    if _looks_vni(sample):
        raise unreadable("vni")
    return text, None


def _is_ours(text: str) -> bool:
    """Whether the text is written in Unicode Vietnamese: one letter in fifty is enough."""
    return len(_OURS.findall(text)) * 50 > len(_LETTER.findall(text))


def _looks_tcvn3(text: str) -> bool:
    found = len(_TCVN3_SIGNS.findall(text))
    return found >= _ENOUGH and found * 50 > len(_LETTER.findall(text))


def _looks_vni(text: str) -> bool:
    found = len(_VNI_PAIRS.findall(text))
    return found >= _ENOUGH and found * 25 > len(_LETTER.findall(text))
