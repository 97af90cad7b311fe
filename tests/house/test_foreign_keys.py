"""Foreign keys only point down: by floor, and on one floor by the order of the shelf in `.importlinter`."""

from __future__ import annotations

import configparser
from pathlib import Path

from django.apps import apps
from django.db.models import PROTECT, ForeignKey

ROOT = Path(__file__).resolve().parents[2]


def order() -> dict[str, int]:
    """Every room's height, the lowest being 0, read from the import contract."""
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter", encoding="utf-8")
    heights: dict[str, int] = {}
    for floor in ("foundation", "matters", "reporting"):
        layers = contract[f"importlinter:contract:{floor}"]["layers"].split("\n")
        for shelf in reversed([layer for layer in layers if layer.strip()]):
            level = len(heights)
            for room in shelf.replace(":", "|").split("|"):
                heights[room.strip()] = level
    return heights


def test_foreign_keys_point_down() -> None:
    heights = order()
    upward = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in heights
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey)
        if field.related_model._meta.app_label != model._meta.app_label
        if heights.get(field.related_model._meta.app_label, 99) >= heights[model._meta.app_label]
    ]
    assert upward == []


def test_a_foreign_key_into_another_room_protects_what_it_points_to() -> None:
    heights = order()
    careless = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in heights
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and field.related_model._meta.app_label != model._meta.app_label
        if field.remote_field.on_delete is not PROTECT
    ]
    assert careless == []
