"""What reaches the journal of deeds by itself: letters sent again, and every change of who may do what."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_save
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context

from portal.accounts.records import User
from portal.accounts.services import record_audit
from portal.notifications.models import Notice
from portal.notifications.signals import letter_sent_again


@receiver(letter_sent_again)
def journal_letter_sent_again(sender: Any, notice: Notice, by: Any, **kwargs: Any) -> None:
    record_audit(actor=by, deed="notifications.send_again", about=notice)


CHANGES = {"post_add": "accounts.give_roles", "pre_clear": "accounts.take_roles", "post_remove": "accounts.take_roles"}


@receiver(m2m_changed, sender=User.groups.through)
def journal_change_of_roles(sender: Any, instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    """Whoever did it and wherever: the admin's form, its bulk actions, a command."""
    if action not in CHANGES or pk_set == set():
        return
    if reverse:
        people, roles = User.objects.filter(pk__in=pk_set) if pk_set else instance.user_set.all(), [instance.name]
    else:
        groups = Group.objects.filter(pk__in=pk_set) if pk_set else instance.groups.all()
        people, roles = [instance], sorted(groups.values_list("name", flat=True))
    for person in people if roles else ():
        record_audit(actor=get_active_log_context().user, deed=CHANGES[action], about=person, detail={"roles": roles})


@receiver(post_save, sender=User)
def journal_account_of_staff(sender: Any, instance: User, created: bool, raw: bool, **kwargs: Any) -> None:
    """An account made or changed in the admin. What people do to their own accounts is not staff's deed."""
    actor = get_active_log_context().user
    if actor is not None and not raw:
        deed = "accounts.open" if created else "accounts.change"
        record_audit(actor=actor, deed=deed, about=instance, detail={"active": instance.is_active})
