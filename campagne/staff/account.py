"""The account screen without a photo of oneself: nobody needs it here, and it would come in past every check."""

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel


class FacelessAccountView(AccountView):
    def get_panels(self) -> list:
        return [panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)]


account = require_admin_access(FacelessAccountView.as_view())
