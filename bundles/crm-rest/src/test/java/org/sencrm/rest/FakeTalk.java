package org.sencrm.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Reference;
import org.sencrm.api.talk.Comment;
import org.sencrm.api.talk.Comments;
import org.sencrm.api.talk.Followers;
import org.sencrm.api.talk.Notification;
import org.sencrm.api.talk.Notifications;

/** Comments on one record, kept in memory. */
final class FakeTalk implements Comments, Followers, Notifications {

    final List<Comment> said = new ArrayList<>();
    final Set<Long> following = new HashSet<>();
    final Set<Long> read = new HashSet<>();
    private Comment trashed;

    @Override
    public Comment add(Caller caller, String type, long record, String text, Set<Long> mentions) {
        return keep(new Comment(
                said.size() + 1L,
                new Reference(type, record, "Sen"),
                FakeCrm.ANNA_REFERENCE,
                text,
                mentions.stream().map(id -> new Reference("users", id, "An")).toList(),
                Instant.EPOCH,
                null));
    }

    private Comment keep(Comment comment) {
        said.add(0, comment);
        return comment;
    }

    @Override
    public List<Comment> list(Caller caller, String type, long record, int limit, long before) {
        return said.stream()
                .filter(each -> before == 0 || each.id() < before)
                .limit(limit)
                .toList();
    }

    @Override
    public Comment get(Caller caller, long id) {
        return said.stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("no such comment"));
    }

    @Override
    public Comment edit(Caller caller, long id, String text, Set<Long> mentions) {
        Comment before = get(caller, id);
        said.remove(before);
        return keep(new Comment(
                id, before.record(), before.by(), text, List.of(), before.at(), Instant.EPOCH.plusSeconds(1)));
    }

    @Override
    public void delete(Caller caller, long id) {
        trashed = get(caller, id);
        said.remove(trashed);
    }

    @Override
    public Comment restore(Caller caller, long id) {
        return keep(trashed);
    }

    @Override
    public List<Reference> mentionable(Caller caller, String type, long record, String text, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Reference> list(Caller caller, String type, long record) {
        return following.isEmpty() ? List.of() : List.of(FakeCrm.ANNA_REFERENCE);
    }

    @Override
    public boolean isFollowing(Caller caller, String type, long record) {
        return following.contains(record);
    }

    @Override
    public void follow(Caller caller, String type, long record) {
        following.add(record);
    }

    @Override
    public void unfollow(Caller caller, String type, long record) {
        following.remove(record);
    }

    @Override
    public List<Notification> list(Caller caller, int limit) {
        return said.stream()
                .map(each -> new Notification(
                        each.id(),
                        Notification.Kind.COMMENTED,
                        each.record(),
                        each.by(),
                        each.text(),
                        each.at(),
                        read.contains(each.id()) ? Instant.EPOCH : null))
                .limit(limit)
                .toList();
    }

    @Override
    public int unread(Caller caller) {
        return said.size() - read.size();
    }

    @Override
    public void read(Caller caller, Collection<Long> ids) {
        read.addAll(ids);
    }

    @Override
    public void readAll(Caller caller) {
        said.forEach(each -> read.add(each.id()));
    }
}
