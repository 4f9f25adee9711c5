// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partner.h"

#include <QMap>

//! The forms of the settings of exchanges. \a texts: every setting, by name.
namespace recoupe {

class Dialogs;
class SecretField;
class SettingForm;

//! Where the portal's feed is, and how often it is taken. \a secret becomes its child.
[[nodiscard]] SettingForm *makeFeedForm(const QMap<QString, QString> &texts, SecretField *secret);
//! Where a partner's files go. \a secret becomes its child.
[[nodiscard]] SettingForm *makePartnerForm(Partner partner, const QMap<QString, QString> &texts,
                                           SecretField *secret, Dialogs &dialogs);
//! How the Carif calls itself, and what all exchanges have in common.
[[nodiscard]] SettingForm *makeCarifForm(const QMap<QString, QString> &texts, Dialogs &dialogs);

} // namespace recoupe
