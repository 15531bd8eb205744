"""只增不改的触发器，和流水的头一行。Append-only triggers, and the journal's head row."""

from django.db import migrations

from taizhang.store import triggers


def install(apps, editor):
    apps.get_model("store", "HeadRow").objects.get_or_create(id=1, defaults={"number": 0, "digest": "0" * 64})
    triggers.install(editor.connection)


def remove(apps, editor):
    triggers.remove(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
