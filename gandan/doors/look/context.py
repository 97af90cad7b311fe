"""The furniture every page needs. It asks no table: a page that fails to draw must still be able to say so."""

from __future__ import annotations

from django.http import HttpRequest

from gandan.doors.look.language import current


def furniture(request: HttpRequest) -> dict[str, object]:
    """The language spoken and the address of this page in the other one."""
    other = "vi" if current() == "en" else "en"
    query = request.GET.copy() if request.method == "GET" else request.GET.__class__("", mutable=True)
    query["lang"] = other
    return {"lang": current(), "other_lang": other, "other_lang_address": f"{request.path}?{query.urlencode()}"}
