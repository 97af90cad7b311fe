"""Whether a Gần Dân answers here: for a second `gandan up`, for a watcher, for a load balancer. Asks no table."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from gandan import __version__


def say(request: HttpRequest) -> JsonResponse:
    """The name and the version, never cached."""
    return JsonResponse({"name": "gandan", "version": __version__}, headers={"Cache-Control": "no-store"})
