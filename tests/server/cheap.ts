/** How an admin's password is hashed where what that costs is not the subject. */
export const cheap = { cost: { N: 16, r: 1, p: 1 } };
