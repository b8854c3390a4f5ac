#pragma once

#include <QStringListModel>
#include <QWidget>

class QCompleter;
class QLineEdit;
class QPushButton;

namespace deskbell::console {

class Theme;

/// The tags of a chat as chips that one can take away, and a field for another one, in as many lines as they need.
class TagsView final : public QWidget
{
    Q_OBJECT

public:
    explicit TagsView(const Theme &theme, QWidget *parent = nullptr);

    void setTags(const QStringList &tags);
    /// What is offered, in this order, as one types, and at the key Down before one does: the desk's own tags first.
    void setKnownTags(const QStringList &tags);
    void takeFocus();

Q_SIGNALS:
    void addRequested(const QString &tag);
    void removeRequested(const QString &tag);
    /// Somebody is about to type.
    void typingBegins();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settleOffers();
    void offer();
    void add();
    void arrange();

    const Theme &m_theme;
    QStringList m_tags;
    QList<QPushButton *> m_chips; // one for each tag
    QStringList m_known; // what is offered, but for those that the chat has
    QStringListModel m_others;
    QLineEdit *m_edit;
    QCompleter *m_offers;
};

} // namespace deskbell::console
