// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/returnreason.h"
#include "services/maintenanceservice.h"
#include "services/workspace.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QPrinter;
class QWidget;

namespace recoupe {

//! A question before something happens.
struct Question
{
    QString title;        //!< the event
    QString text;         //!< what is about to happen
    QString details = {}; //!< more of it, for who wants to read on
    QString acceptLabel;  //!< the verb on the button
};

//! Which file to read.
struct OpenRequest
{
    QString title;
    QString filter; //!< "Fichiers CSV (*.csv)"; several between ";;", the usual one first
};

//! Where to write a file.
struct SaveRequest
{
    QString title;
    QString suggestion; //!< folder and file name
    QString filter;     //!< "Document PDF (*.pdf)"; several between ";;", the usual one first
    bool keepsContent = false; //!< a file that is there is taken as it is, and not replaced
};

//! Which notification of a funder.
struct AwardRequest
{
    WorkspacePtr workspace;
    Funder funder;
    QString text; //!< what is about to happen with it
};

//! Which copy of the base to put in its place.
struct RestoreRequest
{
    QString text;           //!< why it is asked
    QList<KeptCopy> copies; //!< at least one, newest first
};

//! What is to be printed.
struct PrintRequest
{
    int pages = 0;
    std::function<void(QPrinter &)> prepare; //!< sets the sheet, before the printer is shown
};

//! Every question of the window to its operator, so that a test can be the operator. Answers come
//! later, without a nested event loop; a question that is turned down is not answered.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    virtual void chooseFiles(QWidget *parent, const QString &folder,
                             std::function<void(const QStringList &)> chosen) = 0;
    //! One that is read for something else than its offers or notifications.
    virtual void chooseFile(QWidget *parent, const OpenRequest &request,
                            std::function<void(const QString &)> chosen) = 0;
    //! \a title: what the folder is for.
    virtual void chooseFolder(QWidget *parent, const QString &title,
                              std::function<void(const QString &)> chosen) = 0;
    virtual void chooseTarget(QWidget *parent, const SaveRequest &request,
                              std::function<void(const QString &)> chosen) = 0;
    virtual void confirm(QWidget *parent, const Question &question,
                         std::function<void()> confirmed) = 0;
    //! Never answered with an empty reason.
    virtual void askReason(QWidget *parent, const Question &question,
                           std::function<void(const QString &)> given) = 0;
    //! A reason of the short list, and words of the operator's own, never empty with Other.
    virtual void askReturnReason(QWidget *parent, const Question &question,
                                 std::function<void(ReturnReason, const QString &)> given) = 0;
    //! Never answered with an empty name.
    virtual void askName(QWidget *parent, const Question &question, const QString &suggestion,
                         std::function<void(const QString &)> given) = 0;
    virtual void chooseAward(QWidget *parent, const AwardRequest &request,
                             std::function<void(const AwardKey &)> chosen) = 0;
    virtual void chooseCopy(QWidget *parent, const RestoreRequest &request,
                            std::function<void(const KeptCopy &)> chosen) = 0;
    //! No printer is asked before: one that is away can hold the program up for half a minute.
    virtual void choosePrinter(QWidget *parent, const PrintRequest &request,
                               std::function<void(std::shared_ptr<QPrinter>)> chosen) = 0;
};

} // namespace recoupe
