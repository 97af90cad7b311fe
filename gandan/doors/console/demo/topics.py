"""What people of a delta province came about in 2017: titles and words for the replay's register, with blanks."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from gandan.matters.cases.words import Field


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of matter with its words; blanks: {place}, {ap}, {m2}, {year}, {price}."""

    field: Field
    weight: int
    title: str
    content: str


TOPICS: tuple[Topic, ...] = (
    Topic(
        Field.LAND,
        9,
        "Bồi thường đất làm đường qua ấp {ap}, {place}",
        "Gia đình có {m2} m² đất vườn bị thu hồi để mở đường; đề nghị xem lại giá bồi thường đất và cây trồng.",
    ),
    Topic(
        Field.LAND,
        8,
        "Tranh chấp ranh đất ở ấp {ap}, {place}",
        "Ranh đất với hộ liền kề lệch so với giấy chứng nhận cấp năm {year}; đề nghị đo đạc lại và hòa giải.",
    ),
    Topic(
        Field.LAND,
        7,
        "Chậm cấp giấy chứng nhận quyền sử dụng đất, ấp {ap}, {place}",
        "Nộp hồ sơ xin cấp giấy cho thửa đất {m2} m² từ lâu nhưng chưa có kết quả, hỏi lý do và ngày trả giấy.",
    ),
    Topic(
        Field.LAND,
        5,
        "Xin lại đất cho mượn từ năm {year}, {place}",
        "Trước đây gia đình cho tập đoàn mượn đất canh tác, nay xin được trả lại hoặc hỗ trợ theo chính sách.",
    ),
    Topic(
        Field.LAND,
        4,
        "Bố trí nền tái định cư, {place}",
        "Đã giao mặt bằng nhưng chưa được bố trí nền; đề nghị cho biết thời gian và vị trí.",
    ),
    Topic(
        Field.LAND,
        3,
        "Cấp trùng thửa đất {m2} m² ở ấp {ap}, {place}",
        "Thửa đất gia đình đang sử dụng đã bị cấp trong giấy chứng nhận của người khác; đề nghị kiểm tra, điều chỉnh.",
    ),
    Topic(
        Field.POLICY,
        6,
        "Xét hộ nghèo năm 2017, ấp {ap}, {place}",
        "Gia đình thuộc diện khó khăn, nhà tạm, ít đất sản xuất nhưng không được đưa vào danh sách hộ nghèo.",
    ),
    Topic(
        Field.POLICY,
        5,
        "Chế độ người có công, {place}",
        "Hồ sơ đề nghị hưởng chế độ đã nộp từ năm {year}, hỏi kết quả xét duyệt.",
    ),
    Topic(
        Field.POLICY,
        4,
        "Hỗ trợ nhà ở cho hộ đồng bào Khmer, ấp {ap}, {place}",
        "Đề nghị xét hỗ trợ cất nhà theo chính sách đối với hộ nghèo dân tộc thiểu số.",
    ),
    Topic(
        Field.POLICY,
        3,
        "Trợ cấp người cao tuổi, {place}",
        "Đủ tuổi hưởng trợ cấp xã hội hằng tháng nhưng chưa được nhận.",
    ),
    Topic(
        Field.POLICY,
        3,
        "Trợ cấp người khuyết tật, ấp {ap}, {place}",
        "Đề nghị giám định lại mức độ khuyết tật để được hưởng trợ cấp đúng mức.",
    ),
    Topic(
        Field.POLICY,
        3,
        "Hỗ trợ thiệt hại do hạn, mặn, ấp {ap}, {place}",
        "Lúa đông xuân mất trắng vì nước mặn vào sâu, đề nghị xét hỗ trợ giống và chi phí.",
    ),
    Topic(
        Field.POLICY,
        2,
        "Vay vốn cho học sinh, sinh viên, {place}",
        "Con đang học cao đẳng, xin xác nhận hoàn cảnh để được vay vốn.",
    ),
    Topic(
        Field.WORKS,
        5,
        "Đường ấp {ap}, {place} hư hỏng",
        "Đường đan lồi lõm, mùa mưa ngập sâu, học sinh đi lại khó khăn; đề nghị sửa chữa.",
    ),
    Topic(
        Field.WORKS,
        3,
        "Cầu kênh ấp {ap}, {place} xuống cấp",
        "Cầu ván đã mục, ghe lớn va quẹt làm xiêu trụ, rất nguy hiểm khi qua lại ban đêm.",
    ),
    Topic(
        Field.WORKS,
        3,
        "Nước sinh hoạt ở ấp {ap}, {place}",
        "Trạm cấp nước bơm yếu, giờ cao điểm không có nước; đề nghị nâng công suất.",
    ),
    Topic(
        Field.WORKS,
        2,
        "Kéo điện đến cụm dân cư ấp {ap}, {place}",
        "Mười mấy hộ còn câu đuôi với giá {price} đồng một ký điện; đề nghị kéo đường dây chính.",
    ),
    Topic(
        Field.WORKS,
        2,
        "Nạo vét kênh nội đồng ấp {ap}, {place}",
        "Kênh bồi lắng, không đủ nước tưới cho vụ hè thu.",
    ),
    Topic(
        Field.ENVIRONMENT,
        3,
        "Mùi hôi từ trại heo ở ấp {ap}, {place}",
        "Nước thải chăn nuôi chảy thẳng ra kênh, đề nghị kiểm tra và xử lý.",
    ),
    Topic(
        Field.ENVIRONMENT,
        2,
        "Ao tôm xả nước mặn vào ruộng, ấp {ap}, {place}",
        "Hộ nuôi tôm xả nước ra kênh ngọt làm lúa bị cháy lá; đề nghị chính quyền giải quyết.",
    ),
    Topic(
        Field.ENVIRONMENT,
        2,
        "Bãi rác tự phát ở chợ {place}",
        "Rác không được thu gom thường xuyên, ruồi muỗi nhiều, ảnh hưởng các hộ xung quanh.",
    ),
    Topic(
        Field.OFFICIALS,
        3,
        "Thái độ phục vụ khi làm hồ sơ ở {place}",
        "Đi lại nhiều lần mới được hướng dẫn đủ giấy tờ; đề nghị chấn chỉnh.",
    ),
    Topic(
        Field.PROCEDURE,
        3,
        "Đăng ký khai sinh quá hạn, {place}",
        "Cháu đã đến tuổi đi học mà chưa có giấy khai sinh; xin hướng dẫn thủ tục.",
    ),
    Topic(
        Field.PROCEDURE,
        2,
        "Cải chính năm sinh trong hộ tịch, {place}",
        "Năm sinh trên giấy khai sinh và sổ hộ khẩu không khớp nhau; xin hướng dẫn cải chính.",
    ),
    Topic(
        Field.JUSTICE,
        2,
        "Chậm thi hành bản án dân sự, {place}",
        "Bản án đã có hiệu lực từ năm {year} nhưng chưa được thi hành xong.",
    ),
    Topic(
        Field.OTHER,
        2,
        "Trật tự ban đêm ở ấp {ap}, {place}",
        "Thanh niên tụ tập, hát loa kẹo kéo đến khuya; đề nghị nhắc nhở.",
    ),
    Topic(
        Field.OTHER,
        2,
        "Hụi, vay mượn ở ấp {ap}, {place}",
        "Chủ hụi tuyên bố vỡ hụi, nhiều hộ mất tiền; xin hướng dẫn nơi giải quyết.",
    ),
)
_AP = (
    "Chợ",
    "Giồng Tranh",
    "Bến Có",
    "Sóc Ruộng",
    "Ô Chích",
    "Rạch Nghệ",
    "Cây Gòn",
    "Số 3",
    "Số 5",
    "Nhất",
    "Nhì",
    "Ba",
)


def topic(chance: Random, fields: tuple[Field, ...] = ()) -> Topic:
    """One topic, the frequent ones more often; of some fields only, if they are given."""
    fitting = [one for one in TOPICS if one.field in fields] or TOPICS
    return chance.choices(fitting, [one.weight for one in fitting])[0]


def told(about: Topic, place: str, chance: Random) -> tuple[str, str]:
    """The title of a matter and what was said, with the blanks filled."""
    blanks = {
        "place": place,
        "ap": chance.choice(_AP),
        "m2": f"{chance.randint(4, 48) * 25:,}".replace(",", "."),
        "year": chance.randint(1983, 2015),
        "price": f"{chance.randint(25, 40) * 100:,}".replace(",", "."),
    }
    return about.title.format(**blanks), about.content.format(**blanks)
