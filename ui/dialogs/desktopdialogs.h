// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogs.h"

namespace recoupe {

//! The questions as real dialogs, each modal to its window only.
class DesktopDialogs : public Dialogs
{
public:
    void chooseFiles(QWidget *parent, const QString &folder,
                     std::function<void(const QStringList &)> chosen) override;
    void chooseFile(QWidget *parent, const OpenRequest &request,
                    std::function<void(const QString &)> chosen) override;
    void chooseFolder(QWidget *parent, const QString &title,
                      std::function<void(const QString &)> chosen) override;
    void chooseTarget(QWidget *parent, const SaveRequest &request,
                      std::function<void(const QString &)> chosen) override;
    void confirm(QWidget *parent, const Question &question,
                 std::function<void()> confirmed) override;
    void askReason(QWidget *parent, const Question &question,
                   std::function<void(const QString &)> given) override;
    void askReturnReason(QWidget *parent, const Question &question,
                         std::function<void(ReturnReason, const QString &)> given) override;
    void askName(QWidget *parent, const Question &question, const QString &suggestion,
                 std::function<void(const QString &)> given) override;
    void chooseAward(QWidget *parent, const AwardRequest &request,
                     std::function<void(const AwardKey &)> chosen) override;
    void chooseCopy(QWidget *parent, const RestoreRequest &request,
                    std::function<void(const KeptCopy &)> chosen) override;
    void choosePrinter(QWidget *parent, const PrintRequest &request,
                       std::function<void(std::shared_ptr<QPrinter>)> chosen) override;
};

} // namespace recoupe
