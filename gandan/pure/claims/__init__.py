"""Read Vietnamese report prose and verify its figures.

>>> from gandan.pure.claims import check
>>> checked = check("Tiếp nhận 2.070 đơn, trong đó đủ điều kiện 1.333 đơn, không đủ điều kiện 773 đơn.")
>>> [(r.verdict.value, r.claimed, r.computed) for r in checked.relations]
[('error', '2.070', '2.106')]
"""

from __future__ import annotations

from gandan.pure.claims.checking import check
from gandan.pure.claims.model import Checked, Claim, Relation, Repair
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict

__all__ = ["Checked", "Claim", "Kind", "Nature", "Qualifier", "Relation", "Repair", "Verdict", "check"]
