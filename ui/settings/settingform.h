// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace recoupe {

//! Fields of settings of exchanges, each under the name of its setting: filled, read and checked
//! alike. What is wrong with a text is said below its field.
class SettingForm : public QWidget
{
    Q_OBJECT

public:
    //! \a subject: what they are about; \a texts: the settings by name, those of other forms among
    //! them.
    SettingForm(QString subject, const QMap<QString, QString> &texts, QWidget *parent = nullptr);

    //! How a path is chosen: hands it to what it is given.
    using Choose = std::function<void(std::function<void(const QString &)>)>;
    //! A value and what it is called.
    struct Choice
    {
        QString token;
        QString label;
    };

    QLineEdit *addText(const QString &name, const QString &label, const QString &example = {});
    //! A text that may be chosen as well as typed; \a choose hands a path over.
    void addPath(const QString &name, const QString &label, Choose choose);
    void addChoice(const QString &name, const QString &label, const QList<Choice> &choices);
    //! \a suffix: the unit, with the space before it.
    void addNumber(const QString &name, const QString &label, int least, int most,
                   const QString &suffix);
    //! "yes" or "no".
    void addSwitch(const QString &name, const QString &text);
    //! A field that is no setting, under a name for setShown().
    void addField(const QString &name, const QString &label, QWidget *field);
    //! A remark below the field that was added last.
    void addHint(const QString &text);

    //! What else is expected of a text than exchangeSettingExpectation() says, as a phrase.
    void expect(const QString &name, std::function<QString(const QString &)> expectation);
    void setShown(const QString &name, bool shown);

    [[nodiscard]] QString text(const QString &name) const;
    //! What a field that nobody changed was given stays as it was spelt.
    [[nodiscard]] QMap<QString, QString> texts() const;
    //! Shows other texts than it was given, save where something else was typed.
    void takeUp(const QMap<QString, QString> &texts);
    //! What is wrong first of what is shown, as a sentence; empty when nothing is.
    [[nodiscard]] QString defect() const;

Q_SIGNALS:
    void changed();

private:
    struct Field
    {
        QWidget *box = nullptr;
        QLabel *defect = nullptr; //!< null where nothing can be wrong
        QString label = {};
        std::function<QString()> read = {};
        std::function<void(const QString &)> show = {};
        QString shown = {}; //!< what was read when nothing was typed yet
        std::function<QString(const QString &)> expectation = {};
    };

    Field &add(const QString &name, const QString &label, QWidget *buddy, QWidget *box,
               bool canBeWrong);
    //! Gives a field its ways and its text.
    void fill(const QString &name, Field &field, std::function<QString()> read,
              std::function<void(const QString &)> show);
    [[nodiscard]] QString expectationOf(const QString &name) const;
    void follow();

    QString m_subject;
    QMap<QString, QString> m_texts;
    QFormLayout *m_layout;
    QMap<QString, Field> m_fields;
    QStringList m_order; //!< names, from top to bottom
};

} // namespace recoupe
