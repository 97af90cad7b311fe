"""The two forms a citizen sends: their questions, and how the answers become a draft. The room checks the law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gandan.doors.look.fields import Field, Option
from gandan.matters.cases.words import Channel, Draft, Kind, Sender
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said

MAX_TEXT = 20_000
PICTURES_AND_PAPERS = "image/jpeg,image/png,image/webp,application/pdf,.docx"


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a form: its id in the address, its short name in the review, its fields."""

    id: str
    name: Said
    fields: tuple[Field, ...]
    title: Said | None = None  # when no single field is the question
    lead: Said | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form as a list of questions."""

    name: str
    title: Said
    kinds: tuple[Kind, ...]
    steps: tuple[Step, ...]
    address: str  # the name of its URL

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in order."""
        return tuple(field for step in self.steps for field in step.fields)


_PLACE = Step(
    id="noi",
    name=Said("Nơi có việc", "Where it is"),
    title=Said("Việc này ở đâu?", "Where is it?"),
    fields=(
        Field(name="unit_id", label=Said("Xã, phường", "Commune"), kind="select", required=True),
        Field(
            name="place",
            label=Said("Chỗ cụ thể", "The exact place"),
            hint=Said(
                "Ví dụ: trước nhà số 12, ấp Cầu Tre, gần trạm y tế", "For example: in front of house 12, Cầu Tre hamlet"
            ),
            maxlength=300,
        ),
    ),
)
_NAME = Field(name="full_name", label=Said("Họ và tên", "Full name"), autocomplete="name", required=True, maxlength=160)
_PHONE = Field(
    name="phone",
    label=Said("Số điện thoại", "Phone number"),
    kind="tel",
    autocomplete="tel",
    inputmode="tel",
    hint=Said("Để báo khi có trả lời hoặc cần hỏi thêm", "To tell you when there is an answer, or to ask"),
)
_EMAIL = Field(name="email", label=Said("Thư điện tử", "E-mail"), kind="email", autocomplete="email", maxlength=254)

FEEDBACK = Form(
    name="phan-anh",
    title=Said("Phản ánh một việc", "Report something"),
    kinds=(Kind.FEEDBACK,),
    address="portal:send_feedback",
    steps=(
        Step(
            id="viec",
            name=Said("Việc phản ánh", "What it is"),
            fields=(
                Field(
                    name="text",
                    label=Said("Bà con thấy việc gì?", "What have you seen?"),
                    kind="longtext",
                    large=True,
                    required=True,
                    rows=7,
                    maxlength=MAX_TEXT,
                    hint=Said(
                        "Cứ viết như nói chuyện: việc gì, từ bao giờ, ảnh hưởng ra sao. "
                        "Viết có dấu hay không dấu đều được.",
                        "Write as you would speak: what, since when, and how it affects people.",
                    ),
                ),
            ),
        ),
        _PLACE,
        Step(
            id="anh",
            name=Said("Ảnh, tệp", "Photos, files"),
            fields=(
                Field(
                    name="files",
                    label=Said("Bà con có ảnh không?", "Do you have photos?"),
                    kind="file",
                    large=True,
                    multiple=True,
                    accept=PICTURES_AND_PAPERS,
                    hint=Said(
                        "Tối đa 8 tệp, mỗi tệp 10 MB: ảnh, PDF hoặc Word. "
                        "Nơi chụp và giờ chụp ẩn trong ảnh được xóa trước khi lưu.",
                        "Up to 8 files of 10 MB: photos, PDF or Word. "
                        "The hidden place and time of a photo are removed before it is kept.",
                    ),
                ),
            ),
        ),
        Step(
            id="ai",
            name=Said("Người gửi", "Sender"),
            title=Said("Trả lời cho ai?", "Whom shall we answer?"),
            lead=Said(
                "Không để tên cũng được: bà con vẫn theo dõi bằng mã biên nhận. Nếu để lại, tên và số điện thoại "
                "chỉ cán bộ giải quyết được xem.",
                "You need not give your name: the receipt number is enough to follow. If you do, only the officers "
                "in charge see it.",
            ),
            fields=(
                Field(name="full_name", label=_NAME.label, autocomplete="name", maxlength=160),
                _PHONE,
                _EMAIL,
            ),
        ),
    ),
)

PETITION = Form(
    name="don",
    title=Said("Gửi đơn", "Send a petition"),
    kinds=(Kind.PETITION, Kind.COMPLAINT),
    address="portal:send_petition",
    steps=(
        Step(
            id="loai",
            name=Said("Loại đơn", "Kind"),
            fields=(
                Field(
                    name="kind",
                    label=Said("Bà con muốn gửi đơn gì?", "What kind of petition is it?"),
                    kind="choice",
                    large=True,
                    required=True,
                    options=(
                        Option(
                            Kind.PETITION.value,
                            Said("Kiến nghị", "Petition"),
                            Said(
                                "Đề nghị chính quyền làm, sửa hoặc xem xét một việc",
                                "You ask the authorities to do, change or consider something",
                            ),
                        ),
                        Option(
                            Kind.COMPLAINT.value,
                            Said("Khiếu nại lần đầu", "Complaint, first instance"),
                            Said(
                                "Bà con không đồng ý với một quyết định hoặc việc làm của cơ quan, cán bộ đối với mình",
                                "You disagree with a decision or act of an office or officer that concerns you",
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            id="noi-dung",
            name=Said("Nội dung đơn", "Content"),
            title=Said("Bà con trình bày việc gì?", "What do you want to put forward?"),
            fields=(
                Field(
                    name="title",
                    label=Said("Về việc", "Subject"),
                    hint=Said("Một câu ngắn, ví dụ: Xin xác nhận hộ cận nghèo", "One short line"),
                    maxlength=200,
                ),
                Field(
                    name="text",
                    label=Said("Nội dung", "Content"),
                    kind="longtext",
                    required=True,
                    rows=10,
                    maxlength=MAX_TEXT,
                    hint=Said(
                        "Việc xảy ra thế nào, bà con đề nghị giải quyết ra sao. Nếu khiếu nại một quyết định, xin ghi "
                        "số, ngày của quyết định, cơ quan ban hành và ngày bà con nhận được.",
                        "What happened and what you ask for. For a complaint: the number and date of the decision, "
                        "who made it, and the day you received it.",
                    ),
                ),
            ),
        ),
        _PLACE,
        Step(
            id="giay-to",
            name=Said("Giấy tờ kèm theo", "Papers"),
            fields=(
                Field(
                    name="files",
                    label=Said("Bà con có giấy tờ kèm theo không?", "Do you have papers to add?"),
                    kind="file",
                    large=True,
                    multiple=True,
                    accept=PICTURES_AND_PAPERS,
                    hint=Said(
                        "Ảnh chụp đơn có chữ ký, quyết định bị khiếu nại, giấy tờ liên quan. "
                        "Tối đa 8 tệp, mỗi tệp 10 MB: ảnh, PDF hoặc Word.",
                        "A photo of the signed petition, the decision complained of, related papers. "
                        "Up to 8 files of 10 MB: photos, PDF or Word.",
                    ),
                ),
            ),
        ),
        Step(
            id="ai",
            name=Said("Người gửi", "Sender"),
            title=Said("Người gửi đơn là ai?", "Who sends the petition?"),
            lead=Said(
                "Luật yêu cầu đơn có họ tên và địa chỉ. Chỉ cán bộ giải quyết được xem.",
                "The law asks for name and address. Only the officers in charge see them.",
            ),
            fields=(
                _NAME,
                Field(
                    name="address",
                    label=Said("Địa chỉ", "Address"),
                    autocomplete="street-address",
                    required=True,
                    maxlength=300,
                    hint=Said("Số nhà, ấp hoặc khóm, xã hoặc phường, tỉnh", "House, hamlet, commune, province"),
                ),
                _PHONE,
                _EMAIL,
                Field(
                    name="identity",
                    label=Said("Số căn cước", "Identity number"),
                    autocomplete="off",
                    inputmode="numeric",
                    maxlength=20,
                    hint=Said("Được mã hóa trước khi lưu", "Encrypted before it is kept"),
                ),
            ),
        ),
    ),
)

FORMS = {form.name: form for form in (FEEDBACK, PETITION)}


def draft(form: Form, typed: Mapping[str, str], *, unit_id: int, body_id: int, token: str) -> Draft:
    """What was typed, as the room takes it. The kind and the point are read apart (`kind`, `point`)."""
    sender = Sender(
        full_name=typed.get("full_name", ""),
        phone=typed.get("phone", ""),
        email=typed.get("email", ""),
        address=typed.get("address", ""),
        identity=typed.get("identity", ""),
    )
    return Draft(
        kind=form.kinds[0],
        title=typed.get("title", ""),
        text=typed.get("text", ""),
        body_id=body_id,
        unit_id=unit_id,
        channel=Channel.PORTAL,
        place=typed.get("place", ""),
        senders=(sender,),
        token=token,
    )


def kind(form: Form, code: str) -> Kind:
    """The kind that was chosen; Refused for one that the form does not offer."""
    if len(form.kinds) == 1:
        return form.kinds[0]
    for one in form.kinds:
        if one.value == code:
            return one
    said = Said("Xin chọn loại đơn.", "Please choose the kind of petition.")
    raise Refused("portal.kind", said.vi, said.en, fields={"kind": said})


def point(typed: Mapping[str, str]) -> tuple[float | None, float | None]:
    """The point on the map that the device told, if it did; Refused when it cannot be read."""
    lat, lon = typed.get("lat", "").strip(), typed.get("lon", "").strip()
    if not lat and not lon:
        return None, None
    try:
        return float(lat[:20]), float(lon[:20])
    except ValueError:
        said = Said(
            "Vị trí trên bản đồ không đọc được. Xin ghi chỗ bằng chữ.",
            "The map position cannot be read. Please describe the place in words.",
        )
        raise Refused("portal.point", said.vi, said.en, fields={"place": said}) from None
