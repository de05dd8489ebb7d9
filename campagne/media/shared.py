"""A picture as messengers and social media show it: one JPEG, made once, when the first of them asks for it.

They take no SVG or AVIF, and each fetches it from its own machines, so no reader ever waits for it.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from campagne.media.models import Picture

SHARE_SIZE = (1200, 630)
LEAST_WIDTH = 600
"""What is smaller is shown as a stamp beside the words; then the drawing of the site is better."""
RECIPE = f"fill-{SHARE_SIZE[0]}x{SHARE_SIZE[1]}|format-jpeg|jpegquality-80|bgcolor-fffdf8"
LETTERS_OF_HASH = 12
FOR_EVER = "public, max-age=31536000, immutable"


def share_path(picture: Picture) -> str:
    """Where it stands: named after what is in it too, so that nobody finds what no page shows by counting."""
    return f"/delen/{picture.pk}-{picture.get_file_hash()[:LETTERS_OF_HASH]}.jpg"


@require_safe
def share_picture(request: HttpRequest, pk: int, digest: str) -> HttpResponse:
    """The picture cut to the shape that messengers show. 404 for another one than was named, or one for some only."""
    picture = get_object_or_404(Picture.objects.select_related("collection"), pk=pk, file_hash__startswith=digest)
    if picture.collection.get_view_restrictions():
        raise Http404(f"picture {pk} is not for everybody")
    try:
        with picture.get_rendition(RECIPE).file.open("rb") as file:
            content = file.read()
    except OSError as error:
        raise Http404(f"the file of picture {pk} is not there") from error
    headers = {"Cache-Control": FOR_EVER, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type="image/jpeg", headers=headers)
