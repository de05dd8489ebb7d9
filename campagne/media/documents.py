"""Give a document out: always as a download that can do nothing in a browser, and only what is for everybody."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve

from campagne.sheets.office import MAIN_TYPES, MIME_TYPES

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
TYPES = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    **{kind: mime.decode() for kind, mime in MIME_TYPES.items()},
    **{kind: mime.decode().removesuffix(".main+xml") for kind, mime in MAIN_TYPES.items()},
}


@require_safe
def give_out(request: HttpRequest, document_id: int, filename: str) -> HttpResponseBase:
    """Wagtail's own view, for documents without restrictions: nobody is logged in on a public address.

    A collection that is for some only is therefore for nobody here (404).
    """
    document = get_object_or_404(get_document_model().objects.select_related("collection"), pk=document_id)
    content_type = TYPES.get(document.file_extension.lower())
    if content_type is None or document.collection.get_view_restrictions():
        raise Http404(f"document {document_id} is not for everybody")
    try:
        response = serve(request, document_id, filename)
    except OSError as error:
        raise Http404(f"the file of document {document_id} is not there") from error
    response.headers["Content-Type"] = content_type
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename)
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "public, max-age=300"
    return response
