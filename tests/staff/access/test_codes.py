"""A code is good once."""

import pytest
from allauth.mfa.models import Authenticator

from campagne.staff.access.codes import spend

pytestmark = pytest.mark.django_db


def test_a_code_is_used_up_whatever_process_looks_next(editor_of_stein):
    app = Authenticator.objects.create(user=editor_of_stein, type=Authenticator.Type.TOTP, data={"secret": "x"})
    as_another_process_read_it = Authenticator.objects.get(pk=app.pk)

    assert spend(app, "123456")
    assert not spend(as_another_process_read_it, "123456")
    assert not spend(app, "123 456")
    assert spend(app, "654321")
    assert not spend(app, "123456")
    assert Authenticator.objects.get(pk=app.pk).data["secret"] == "x"
