"""The data files of the package `vietnamadminunits` (MIT), as they are.

Only its files are opened: importing the package would bring geographic libraries that we do not need.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGE = "vietnamadminunits"


@dataclass(frozen=True, slots=True)
class Source:
    present: list[Mapping[str, Any]]
    former: list[Mapping[str, Any]]
    merged: Mapping[str, list[str]]  # present province → former provinces
    whole: Mapping[str, Mapping[str, list[str]]]  # province → present commune → former communes that went in whole
    divided: Mapping[str, Mapping[str, list[Mapping[str, Any]]]]  # province → former commune → present ones


@cache
def read_source() -> Source:
    folder = _folder()
    with closing(sqlite3.connect(f"file:{folder / 'dataset.db'}?mode=ro&immutable=1", uri=True)) as db:
        db.row_factory = sqlite3.Row
        present = db.execute(
            "SELECT province, ward, provinceCode, wardCode, provinceKey, wardKey, provinceLat, provinceLon, wardLat,"
            " wardLon FROM admin_units ORDER BY provinceCode, wardCode"
        ).fetchall()
        former = db.execute(
            "SELECT province, district, ward, provinceCode, districtCode, wardCode, provinceKey, districtKey, wardKey,"
            " provinceLat, provinceLon, districtLat, districtLon, wardLat, wardLon FROM admin_units_legacy"
            " ORDER BY provinceCode, districtCode, wardCode"
        ).fetchall()
    ways = json.loads((folder / "converter_2025.json").read_bytes())
    return Source(
        [dict(row) for row in present],
        [dict(row) for row in former],
        ways["DICT_PROVINCE"],
        ways["DICT_PROVINCE_WARD_NO_DIVIDED"],
        ways["DICT_PROVINCE_WARD_DIVIDED"],
    )


def _folder() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"the package {PACKAGE} is not installed")
    return Path(spec.origin).parent / "data"
