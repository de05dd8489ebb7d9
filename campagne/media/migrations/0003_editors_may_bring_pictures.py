"""Give editors the permissions that Wagtail asks for pictures: those of its own image, whatever our model is called."""

from django.db import migrations

NAMES = {"add_picture": "add_image", "choose_image": "choose_image"}


def give_what_wagtail_asks(apps, schema_editor):
    permissions = apps.get_model("auth", "Permission").objects
    given = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    for ours, theirs in NAMES.items():
        permission = permissions.filter(content_type__app_label="wagtailimages", codename=theirs).first()
        for held in given.filter(permission__content_type__app_label="media", permission__codename=ours):
            if permission is not None:
                given.get_or_create(group_id=held.group_id, collection_id=held.collection_id, permission=permission)


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0002_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(give_what_wagtail_asks, migrations.RunPython.noop)]
