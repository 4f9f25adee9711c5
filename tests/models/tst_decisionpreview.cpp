// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decisionpreview.h"
#include "models/words.h"
#include "models/workspacefixture.h"

#include <QTest>

using namespace recoupe;

class DecisionPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = workspaceOf({{.numero = QStringLiteral("SE_1")},
                                   {.numero = QStringLiteral("SE_2")},
                                   {.numero = QStringLiteral("SE_3")},
                                   {.numero = QStringLiteral("SE_4")}});
        m_asked.clear();
        for (const CheckedSession &session : m_workspace->sessions)
            m_asked << session.key();
    }

    void tellsHowManyChangeStayAndAreRefused()
    {
        DecisionOutcome outcome;
        outcome.applied << activation(0) << activation(1);
        outcome.refused << Refusal{m_asked.at(2), QStringLiteral("Bloquée par SESAR.")};
        const DecisionPreview preview = previewOf(outcome, m_asked, *m_workspace);
        QCOMPARE(preview.sessions, 2);
        QVERIFY2(preview.text.contains(QStringLiteral("(2 sessions).")), qPrintable(preview.text));
        QVERIFY(preview.text.contains(QStringLiteral("1 session sélectionnée l'est déjà.")));
        QVERIFY(preview.text.contains(QStringLiteral("1 session est refusée")));
        QVERIFY(preview.text.contains(QStringLiteral("Ctrl+Z")));
        const QStringList lines = preview.details.split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0), QStringLiteral("Bloquée par SESAR."));
        QVERIFY(lines.at(2).startsWith(controlName(Control::Conforming)));
        QVERIFY(lines.at(2).endsWith(QStringLiteral("SE_1")));
        QVERIFY(lines.at(3).endsWith(QStringLiteral("SE_2")));
    }

    void sessionIsCountedOnceWhateverChangesInIt()
    {
        DecisionOutcome outcome;
        outcome.applied << activation(0) << activation(0);
        outcome.applied.last().kind = DecisionKind::SetAside;
        outcome.applied << activation(0);
        outcome.applied.last().subject = DecisionSubject::Action;
        QCOMPARE(previewOf(outcome, {m_asked.first()}, *m_workspace).sessions, 1);
    }

    void nothingChangesWhereAllAreRefused()
    {
        DecisionOutcome outcome;
        outcome.refused << Refusal{m_asked.first(), QStringLiteral("Non.")};
        QCOMPARE(previewOf(outcome, m_asked, *m_workspace).sessions, 0);
    }

private:
    [[nodiscard]] Decision activation(qsizetype session) const
    {
        Decision decision;
        decision.subject = DecisionSubject::Session;
        decision.kind = DecisionKind::Activation;
        decision.key = m_asked.at(session);
        decision.before = QStringLiteral("inactive");
        decision.after = QStringLiteral("active");
        return decision;
    }

    std::shared_ptr<Workspace> m_workspace;
    QList<SessionKey> m_asked;
};

QTEST_GUILESS_MAIN(DecisionPreviewTest)
#include "tst_decisionpreview.moc"
