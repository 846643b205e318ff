from typing import Any, ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import Role
from portal.languages.enums import Language
from portal.stakeholders.models import Institution


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractUser):
    """Somebody with an account, known by an e-mail address. Staff hold roles; a focal point speaks for one institution."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(_("language of letters"), max_length=2, choices=Language, default=Language.ALBANIAN)
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="users",
        verbose_name=_("institution"),
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta(AbstractUser.Meta):  # type: ignore[name-defined,misc]
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once_whatever_the_case")]

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles whose groups this account is in. Groups of other names are no roles."""
        names = set(self.groups.values_list("name", flat=True))
        return frozenset(role for role in Role if role.value in names)

    def has_role(self, *roles: Role) -> bool:
        """Whether this active account holds one of the roles. An administrator or superuser holds them all."""
        if not self.is_active:
            return False
        return self.is_superuser or Role.ADMINISTRATOR in self.roles or bool(self.roles & set(roles))
