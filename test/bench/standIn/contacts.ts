const FIRST_ID = 500_000;

const CUSTOM_FIELDS = ['Nickname__c', 'Loyalty_Points__c', 'Segment__c', 'Reference_No__c'];

/** ID of the contact in the given place of the list. */
export const contactId = (place: number): number => FIRST_ID + place;

/** E-mail address of a contact that is there from the beginning. */
export const presentEmail = (place: number): string => `person.${place}@present.example`;

/** Place of the contact with that address, if it is one of the first `records`. */
export function placeOfEmail(email: string, records: number): number | undefined {
	const place = Number(/^person\.(\d+)@present\.example$/.exec(email)?.[1] ?? Number.NaN);
	return place < records ? place : undefined;
}

/** A contact as Insightly's API returns it: about as many keys, and about as long. */
export function contact(id: number, values: Record<string, unknown> = {}): Record<string, unknown> {
	const place = id - FIRST_ID;
	return {
		CONTACT_ID: id,
		SALUTATION: null,
		FIRST_NAME: 'Domenick',
		LAST_NAME: `Senger ${place}`,
		IMAGE_URL: null,
		BACKGROUND: null,
		OWNER_USER_ID: 4_801_004,
		DATE_CREATED_UTC: '2023-07-10 21:00:00',
		DATE_UPDATED_UTC: '2024-08-21 10:55:51',
		SOCIAL_LINKEDIN: null,
		SOCIAL_FACEBOOK: null,
		SOCIAL_TWITTER: null,
		DATE_OF_BIRTH: null,
		PHONE: '(878) 815-2708',
		PHONE_HOME: null,
		PHONE_MOBILE: null,
		PHONE_OTHER: null,
		PHONE_ASSISTANT: null,
		PHONE_FAX: null,
		EMAIL_ADDRESS: presentEmail(place),
		ASSISTANT_NAME: null,
		ADDRESS_MAIL_STREET: '599 Collins Mills',
		ADDRESS_MAIL_CITY: 'Trantowburgh',
		ADDRESS_MAIL_STATE: 'Iowa',
		ADDRESS_MAIL_POSTCODE: '31249',
		ADDRESS_MAIL_COUNTRY: 'United States',
		ADDRESS_OTHER_STREET: null,
		ADDRESS_OTHER_CITY: null,
		ADDRESS_OTHER_STATE: null,
		ADDRESS_OTHER_POSTCODE: null,
		ADDRESS_OTHER_COUNTRY: null,
		LAST_ACTIVITY_DATE_UTC: null,
		NEXT_ACTIVITY_DATE_UTC: null,
		CREATED_USER_ID: 4_801_000,
		ORGANISATION_ID: 2_901_008,
		TITLE: 'Product Division Engineer',
		EMAIL_OPTED_OUT: false,
		...values,
		CUSTOMFIELDS: CUSTOM_FIELDS.map((name) => ({
			FIELD_NAME: name,
			FIELD_VALUE: name === 'Reference_No__c' ? `REF-${place}` : null,
			CUSTOM_FIELD_ID: name,
		})),
		TAGS: [{ TAG_NAME: 'Reference' }, { TAG_NAME: 'Partner' }],
		DATES: [],
		LINKS: [],
		VISIBLE_TO: 'EVERYONE',
		VISIBLE_TEAM_ID: null,
	};
}
