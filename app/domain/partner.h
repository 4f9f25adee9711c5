// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace recoupe {

//! Who gets files of the base (DESIGN, "What goes out"). A transmission to one of them is a
//! Delivery.
enum class Partner
{
    Portal, //!< the portal's public and professional editions
    Sesar,  //!< the Région's management application: activations and deactivations
    Aude,   //!< AUDE / GSP of Pôle emploi: the whole base
    Parcours3,
    ParcoursH
};

//! In the order in which they are shown.
inline constexpr std::array partners{Partner::Portal, Partner::Sesar, Partner::Aude,
                                     Partner::Parcours3, Partner::ParcoursH};

//! The machine name: portal, sesar, aude, parcours3, parcoursh.
[[nodiscard]] QString toToken(Partner partner);
[[nodiscard]] std::optional<Partner> partnerFromToken(QStringView token);
//! The name on the screens: "AUDE / GSP".
[[nodiscard]] QString partnerName(Partner partner);

} // namespace recoupe
