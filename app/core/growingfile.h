// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFile>

#include <string_view>

namespace recoupe {

//! A file of a folder of its own that is written piece by piece, and removed unless it was closed:
//! for what is too large for memory, and too much for writeFile() to hand one device over.
class GrowingFile
{
public:
    explicit GrowingFile(const QString &fileName);
    ~GrowingFile();
    Q_DISABLE_COPY_MOVE(GrowingFile)

    [[nodiscard]] QString fileName() const { return m_file.fileName(); }
    //! Each of them: FileUnwritable, with what to do, where the device fails.
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> write(std::string_view bytes);
    [[nodiscard]] Result<> close();
    //! Has a closed file removed after all.
    void spoil() { m_isWhole = false; }

private:
    QFile m_file;
    bool m_isOurs = false; // it was opened: what was there before is gone
    bool m_isWhole = false;
};

} // namespace recoupe
