"""The letters of Vietnamese as character classes: in Unicode capitals and small letters alternate, ranges do not do."""

from __future__ import annotations

CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
SMALLS = "a-z" + CAPITALS[3:].lower()
