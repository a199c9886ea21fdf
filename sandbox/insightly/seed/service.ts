import type { SeedContext } from './context';
import { plant, someId, someTags } from './context';

export function seedTickets(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Ticket', count, (index) => ({
		SUBJECT: chance.pick(words.phrases),
		TICKET_NUMBER: String(1001 + index),
		TICKET_STATUS: chance.pick(['Open', 'Pending', 'Closed']),
		PRIORITY: chance.pick(['Low', 'Normal', 'High']),
		CONTACT_ID: someId(context, 'Contacts'),
		ORGANISATION_ID: someId(context, 'Organisations'),
		OWNER_USER_ID: someId(context, 'Users'),
		TAGS: someTags(context),
	}));
	plant(context, 'TicketComments', count, () => ({
		TICKET_ID: someId(context, 'Ticket'),
		BODY_HTML: `<p>${chance.pick(words.paragraphs)}</p>`,
		PUBLIC_COMMENT: chance.happens(0.5),
		CHANNEL: 'Web',
	}));
}

/** Help articles in two categories, and a small community around them. */
export function seedArticles(context: SeedContext, count: number): void {
	if (count === 0) return;
	const { chance, words } = context;
	const { store } = context.account;
	for (const CATEGORY_NAME of ['First steps', 'Advanced']) {
		const { CATEGORY_ID } = store.insert('KnowledgeArticleCategory', { CATEGORY_NAME });
		const FOLDER_NAME = `${CATEGORY_NAME} folder`;
		store.insert('KnowledgeArticleFolder', { FOLDER_NAME, CATEGORY_ID: String(CATEGORY_ID) });
	}
	plant(context, 'KnowledgeArticle', count, (index) => ({
		Title: chance.pick(words.phrases),
		Body: `<p>${chance.pick(words.paragraphs)}</p>`,
		URL_SLUG: `article-${index + 1}`,
		ARTICLE_NO: index + 1,
		CATEGORY_ID: someId(context, 'KnowledgeArticleCategory'),
		FOLDER_ID: someId(context, 'KnowledgeArticleFolder'),
		Status: chance.pick(['Draft', 'Published']),
		TAGS: someTags(context),
	}));
	const { FORUM_CATEGORY_ID } = store.insert('ForumCategories', { CATEGORY_NAME: 'General' });
	const { FORUM_ID } = store.insert('CommunityForums', {
		FORUM_NAME: 'Tips',
		FORUM_CATEGORY_ID,
	});
	plant(context, 'CommunityPosts', count, () => ({
		FORUM_ID,
		POST_NAME: chance.pick(words.phrases),
		MESSAGE: chance.pick(words.paragraphs),
	}));
	plant(context, 'CommunityComments', count, () => ({
		FORUM_ID,
		POST_ID: someId(context, 'CommunityPosts'),
		BODY: chance.pick(words.phrases),
	}));
}
