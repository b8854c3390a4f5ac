#pragma once

#include <QStringListModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace deskbell::console {

class Theme;

/// Tags in an order that somebody gives them, by dragging or with Alt and the arrows.
class TagsModel final : public QStringListModel
{
    Q_OBJECT

public:
    explicit TagsModel(const Theme &theme) : m_theme(theme) { }

    /// What speaks against this name for a tag; empty: nothing. `row` is the tag that is to be renamed, -1 a new one.
    QString problem(const QString &name, int row) const;
    /// Between the others can be dropped, not upon them.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    const Theme &m_theme;
};

/// The desk's tags: a field for another one, and the list, in which they are renamed, removed and put into an order.
class TagsEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit TagsEdit(const Theme &theme, QWidget *parent = nullptr);
    ~TagsEdit() override;

    void setTags(const QStringList &tags);
    QStringList tags() const { return m_model.stringList(); }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeList();
    QWidget *makeActions();
    QPushButton *makeAction(const char *name, const QString &text, int key);
    void add();
    void rename();
    void remove();
    void move(int by);
    int current() const;
    void say(const QString &problem, QWidget *at);
    void settle();

    TagsModel m_model;
    QLineEdit *m_new;
    QPushButton *m_add;
    QLabel *m_problem;
    QListView *m_list;
    QPushButton *m_rename = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace deskbell::console
