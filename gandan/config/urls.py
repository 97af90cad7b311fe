"""Which door answers which address."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import include, path


def _there(dotted: str) -> bool:
    try:
        return find_spec(dotted) is not None
    except ModuleNotFoundError:
        return False


urlpatterns = [
    path(prefix, include(module))
    for prefix, module in [
        ("desk/", "gandan.doors.desk.urls"),
        ("board/", "gandan.doors.board.urls"),
        ("look/", "gandan.doors.look.urls"),
        ("", "gandan.doors.portal.urls"),
    ]
    if _there(module)
]

handler400 = "gandan.doors.look.refusals.unreadable"
handler403 = "gandan.doors.look.refusals.forbidden"
handler404 = "gandan.doors.look.refusals.not_found"
handler500 = "gandan.doors.look.refusals.broken"
