// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "correspondence/lettertemplate.h"
#include "ui/settings/settingseditor.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace recoupe {

//! Changes the template of one kind of letter, with the letter that it gives beside it.
class TemplateDialog : public SettingsEditor
{
    Q_OBJECT

public:
    //! \a places: what the preview fills the places with.
    TemplateDialog(LetterKind kind, LetterTemplate texts, PlaceTexts places,
                   QWidget *parent = nullptr);

    [[nodiscard]] QMap<QString, QString> changes() const override;
    [[nodiscard]] QMap<QString, QString> seen() const override;
    void takeUp(const QMap<QString, QString> &texts) override;

private:
    [[nodiscard]] QWidget *buildEditors();
    [[nodiscard]] QWidget *buildPreview();
    [[nodiscard]] QWidget *buildButtons();
    void fill(const LetterTemplate &texts);
    [[nodiscard]] LetterTemplate edited() const;
    void follow();

    LetterKind m_kind;
    LetterTemplate m_texts; //!< as they were in force when they were shown
    LetterTemplate m_shown; //!< what the fields make of them
    PlaceTexts m_places;
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
    QPlainTextEdit *m_preview;
    QLabel *m_hint;
    QPushButton *m_standard;
    QPushButton *m_save;
};

} // namespace recoupe
