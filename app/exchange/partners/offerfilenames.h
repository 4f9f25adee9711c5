// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <unordered_set>

namespace recoupe {

//! Gives each offer a file name of its own, whatever its numero holds: letters without accents,
//! digits, "-" and "_", no name of a device, and no two that differ in capitals alone.
class OfferFileNames
{
public:
    //! With its ending .xml: the numero itself where that is such a name; else one like it, the
    //! same at every export unless two offers want the same.
    [[nodiscard]] QString take(const QString &numero);

private:
    [[nodiscard]] bool isFree(const QString &name);

    std::unordered_set<size_t> m_taken; // by a hash of the name in small letters
};

} // namespace recoupe
