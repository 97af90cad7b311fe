"""Which door answers which address."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("desk/", include("gandan.doors.desk.urls")),
    path("board/", include("gandan.doors.board.urls")),
    path("look/", include("gandan.doors.look.urls")),
    path("", include("gandan.doors.portal.urls")),
]

handler400 = "gandan.doors.look.refusals.unreadable"
handler403 = "gandan.doors.look.refusals.forbidden"
handler404 = "gandan.doors.look.refusals.not_found"
handler500 = "gandan.doors.look.refusals.broken"
