// Cada frase que alguém lê quando um comando para antes que sua função possa responder.
import type { Words } from '../words.ts';

export const refusal: Words['refusal'] = {
  serverOnly:
    'Isto é para um servidor que tem o Cohort: use em um dos canais do seu grupo de estudos. O que funciona aqui, `/ajuda` lista.',
  noCourse:
    'Ainda não sei para qual exame você estuda: escolha com `/ajustes exame`, e seu relógio com `/ajustes fuso`; depois repita isto.',
  needs: {
    'manage-server': 'Isto exige a permissão **Gerenciar servidor**: peça a um admin deste servidor.',
    'manage-messages-or-asker':
      'Só quem pediu esta questão, ou a moderação com **Gerenciar mensagens**, pode fazer isto.',
    'write-here': 'Só quem pode escrever e usar comandos neste canal pode começar uma rodada aqui.',
  },
  botLacksPermission: (channel, names) =>
    `Ainda não posso fazer isto em ${channel}: peça a um admin que me dê lá permissão para ${names} e tente de novo.`,
  orPrivateThread: 'É um tópico privado? Então me adicione a ele: escreva lá uma mensagem que me mencione.',
  teamUnknown:
    'O Discord não me diz agora se você é uma das pessoas que revisam as questões oficiais: tente de novo em um minuto.',
  outdated: 'Este botão não está mais em uso: execute o comando de novo.',
  unavailable:
    'Não consegui acessar meu banco de dados, então isto **não pôde ser salvo**. Tente de novo daqui a pouco; nada é contado duas vezes.',
  uncertain:
    'A resposta do meu banco de dados se perdeu, então **não sei dizer se isto foi salvo**. Tente de novo: vale a primeira resposta, e nada é contado duas vezes.',
  fault:
    'Algo deu errado do meu lado, e não sei dizer se isto foi salvo. Tente de novo; nada é contado duas vezes.',
  faultId: (id) => `Se acontecer outra vez, passe este id ao seu admin: \`${id}\``,
};
