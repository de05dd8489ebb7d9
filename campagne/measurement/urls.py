"""The public addresses of measuring."""

urlpatterns: list = []
