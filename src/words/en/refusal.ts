// Every sentence a member reads when a command stops before its feature could answer.
export const refusal = {
  serverOnly:
    'This is for a server that has Cohort: use it in one of your study group’s channels. What works here, `/help` lists.',
  noCourse:
    'I do not know yet what you learn for: choose it with `/settings exam` and your clock with `/settings timezone`, then run this again.',
  needs: {
    'manage-server': 'This needs the **Manage Server** permission: please ask an admin of this server.',
    'manage-messages-or-asker':
      'Only the member who asked this question, or a moderator with **Manage Messages**, can do this.',
    'write-here': 'Only members who may write and use commands in this channel can start a round here.',
  },
  botLacksPermission: (channel: string, names: string) =>
    `I cannot do this in ${channel} yet: please ask an admin to give me ${names} there, then try again.`,
  orPrivateThread: 'Is it a private thread? Then add me to it: write a message there that mentions me.',
  teamUnknown:
    'Discord does not tell me at the moment whether you are one of those who review official questions: please try again in a minute.',
  outdated: 'This button is no longer in use: please run the command again.',
  unavailable:
    'I could not reach my database, so this **could not be saved**. Please press or run it again in a moment; nothing is ever counted twice.',
  uncertain:
    'My database’s answer was lost, so **I cannot tell whether this was saved**. Please press or run it again: the first answer counts, and nothing is ever counted twice.',
  fault:
    'Something went wrong on my side, and I cannot say whether this was saved. Please try again; nothing is counted twice.',
  faultId: (id: string) => `If it happens again, give your admin this id: \`${id}\``,
};
