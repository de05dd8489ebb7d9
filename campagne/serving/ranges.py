"""A part of a file: Safari plays no sound from a server that gives only whole ones."""

import re

from django.core.files import File
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

ONE_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})", re.ASCII)


def whole(request: HttpRequest, file: File, content_type: str) -> HttpResponseBase:
    return FileResponse(file, content_type=content_type)


def ranged(request: HttpRequest, file: File, content_type: str) -> HttpResponseBase:
    """Give the bytes that were asked for (206), or the whole file. A range outside it is refused (416).

    Only one range is given, and none to who has an older copy in mind: our files never change under their name.
    """
    wanted = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if request.method != "GET" or wanted is None or not any(wanted.groups()) or "If-Range" in request.headers:
        response = whole(request, file, content_type)
        response.headers["Accept-Ranges"] = "bytes"
        return response
    size = file.size
    start, end = _bounds(wanted[1], wanted[2], size)
    if start >= end:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"}, content_type="text/plain")
    with file:
        file.seek(start)
        content = file.read(end - start)
    told = {"Accept-Ranges": "bytes", "Content-Range": f"bytes {start}-{end - 1}/{size}"}
    return HttpResponse(content, status=206, headers=told, content_type=content_type)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """Where the part begins and where it has ended; without a first byte it is the last so many."""
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(int(last) + 1, size) if last else size
